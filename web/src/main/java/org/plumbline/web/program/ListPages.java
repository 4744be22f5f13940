package org.plumbline.web.program;

import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.web.identity.Secrets;
import org.plumbline.web.refusal.Refused;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gives every list of the API page by page: {@code limit} says how long a page is, and the header
 * {@code Link} (RFC 8288) where the next one is. A cursor names the last item that was given, so
 * that what is recorded meanwhile moves nothing.
 */
@RestControllerAdvice
final class ListPages implements ResponseBodyAdvice<Object> {

  /** Items of a page unless another number is asked for. */
  static final int USUAL = 100;

  /** The longest page. */
  static final int LONGEST = 1000;

  @Override
  public boolean supports(
      MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
    return true;
  }

  @Override
  public @Nullable Object beforeBodyWrite(
      @Nullable Object body,
      MethodParameter returned,
      MediaType type,
      Class<? extends HttpMessageConverter<?>> converter,
      ServerHttpRequest request,
      ServerHttpResponse response) {
    if (!(body instanceof List<?> all)
        || !HttpMethod.GET.equals(request.getMethod())
        || !request.getURI().getPath().startsWith("/api/")) {
      return body;
    }
    UriComponentsBuilder here = UriComponentsBuilder.fromUri(request.getURI());
    var asked = here.build().getQueryParams();
    int limit = limit(asked.getFirst("limit"));
    String cursor = asked.getFirst("cursor");
    int from = cursor == null ? 0 : after(all, cursor);
    int until = Math.min(all.size(), from + limit);
    if (until < all.size()) {
      String next = cursor(all.get(until - 1));
      response
          .getHeaders()
          .add(HttpHeaders.LINK, link(here.replaceQueryParam("cursor", next), "next"));
    }
    if (from > 0) {
      response.getHeaders().add(HttpHeaders.LINK, link(here.replaceQueryParam("cursor"), "first"));
    }
    return all.subList(from, until);
  }

  private static String link(UriComponentsBuilder to, String relation) {
    var address = to.build(true);
    String query = address.getQuery();
    return "<"
        + address.getPath()
        + (query == null ? "" : "?" + query)
        + ">; rel=\""
        + relation
        + "\"";
  }

  private static int limit(@Nullable String asked) {
    if (asked == null) {
      return USUAL;
    }
    if (!asked.matches("[1-9]\\d{0,3}") || Integer.parseInt(asked) > LONGEST) {
      throw new Refused("limit is a number from 1 to " + LONGEST + ".");
    }
    return Integer.parseInt(asked);
  }

  private static int after(List<?> all, String cursor) {
    for (int i = 0; i < all.size(); i++) {
      if (cursor(all.get(i)).equals(cursor)) {
        return i + 1;
      }
    }
    throw new Refused("This cursor leads nowhere any more; begin again without it.");
  }

  /** What names an item: its id, or all of it. */
  private static String cursor(@Nullable Object item) {
    JsonNode node = JsonMapper.shared().valueToTree(item);
    JsonNode id = node.path("id");
    byte[] hash = Secrets.hash(id.isString() ? id.asString() : node.toString());
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(java.util.Arrays.copyOf(hash, 15));
  }
}
