package org.plumbline.web;

import java.io.IOException;
import java.util.List;
import org.plumbline.web.guide.KeyTasks;
import org.plumbline.web.identity.Accounts;
import org.plumbline.web.identity.Authority;
import org.plumbline.web.identity.ViewerArgument;
import org.plumbline.web.program.SliceArgument;
import org.plumbline.web.records.RecordFiles;
import org.plumbline.web.store.Store;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What the pages and the API are made of. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = UserDetailsServiceAutoConfiguration.class)
@ComponentScan
class Web {

  @Bean
  Accounts accounts(Store store, ServerOptions options) {
    return new Accounts(store, new BCryptPasswordEncoder(options.passwordStrength()));
  }

  @Bean
  Authority authority(Store store) {
    return new Authority(store);
  }

  @Bean
  RecordFiles recordFiles(ServerOptions options) throws IOException {
    return new RecordFiles(options.data().resolve("records"));
  }

  @Bean
  KeyTasks keyTasks(ServerOptions options) throws IOException {
    return options.keyTasks().isPresent()
        ? KeyTasks.from(options.keyTasks().get())
        : KeyTasks.shipped();
  }

  @Bean
  ViewerArgument viewers(Accounts accounts) {
    return new ViewerArgument(accounts);
  }

  @Bean
  WebMvcConfigurer handlers(ViewerArgument viewers) {
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(viewers);
        resolvers.add(new SliceArgument());
      }

      @Override
      public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry
            .addResourceHandler("/assets/**")
            .addResourceLocations("classpath:/org/plumbline/web/assets/")
            .setCachePeriod(86_400);
      }
    };
  }
}
