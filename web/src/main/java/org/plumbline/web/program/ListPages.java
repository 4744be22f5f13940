package org.plumbline.web.program;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plumbline.web.identity.Secrets;
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
 * that what is recorded meanwhile moves nothing. Lists that grow without end are cut by the
 * database ({@link Slice}).
 */
@RestControllerAdvice
final class ListPages implements ResponseBodyAdvice<Object> {

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
    if (!HttpMethod.GET.equals(request.getMethod())
        || !request.getURI().getPath().startsWith("/api/")) {
      return body;
    }
    UriComponentsBuilder here = UriComponentsBuilder.fromUri(request.getURI());
    if (body instanceof Slice.Part<?> part) {
      links(response, here, part.cursor(), part.isLater());
      return part.items();
    }
    if (!(body instanceof List<?> all)) {
      return body;
    }
    var asked = here.build().getQueryParams();
    int limit = Slice.limit(asked.getFirst("limit"));
    String cursor = asked.getFirst("cursor");
    int from = cursor == null ? 0 : after(all, cursor);
    int until = Math.min(all.size(), from + limit);
    links(
        response,
        here,
        until < all.size() ? Optional.of(cursor(all.get(until - 1))) : Optional.empty(),
        from > 0);
    return all.subList(from, until);
  }

  private static void links(
      ServerHttpResponse response,
      UriComponentsBuilder here,
      Optional<String> next,
      boolean isLater) {
    next.ifPresent(
        cursor ->
            response
                .getHeaders()
                .add(HttpHeaders.LINK, link(here.replaceQueryParam("cursor", cursor), "next")));
    if (isLater) {
      response.getHeaders().add(HttpHeaders.LINK, link(here.replaceQueryParam("cursor"), "first"));
    }
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

  private static int after(List<?> all, String cursor) {
    for (int i = 0; i < all.size(); i++) {
      if (cursor(all.get(i)).equals(cursor)) {
        return i + 1;
      }
    }
    throw Slice.nowhere();
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
