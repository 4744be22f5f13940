package org.plumbline.web.program;

import jakarta.servlet.Filter;
import org.plumbline.web.identity.ViewerArgument;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.DispatcherServlet;

/** Behind the question who asks: first whether it was answered before, then what is as it was. */
@Configuration(proxyBeanMethods = false)
class Programs {

  @Bean
  FilterRegistrationBean<Filter> answeredOnce(ViewerArgument viewers, KeptAnswers answers) {
    return overApi(new AnsweredOnce(viewers, answers), Ordered.LOWEST_PRECEDENCE - 1);
  }

  @Bean
  FilterRegistrationBean<Filter> tags(
      ViewerArgument viewers, ObjectProvider<DispatcherServlet> dispatcher) {
    return overApi(new Tags(viewers, dispatcher), Ordered.LOWEST_PRECEDENCE);
  }

  private static FilterRegistrationBean<Filter> overApi(Filter filter, int order) {
    FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
    registration.addUrlPatterns("/api/*");
    registration.setOrder(order);
    return registration;
  }
}
