package dev.holdfast.core.policy.idempotent.data;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * How Spring's {@code ResponseEntity} is read and made again: by public members that are the same
 * in Spring 5, 6 and 7.
 *
 * @param statusValue of what {@code status} gives
 */
record ResponseMembers(
    Class<?> type,
    Method status,
    Method statusValue,
    Method headers,
    Method body,
    Method forEachHeader,
    Constructor<?> newHeaders,
    Method putHeader,
    Method withStatus,
    Method withHeaders,
    Method withBody) {

  static final String TYPE = "org.springframework.http.ResponseEntity";

  long statusOf(Object response) {
    return ((Number) given(statusValue, given(status, response))).longValue();
  }

  /** The values of each header; some versions' headers are no map. */
  Map<Object, Object> headersOf(Object response) {
    Map<Object, Object> all = new LinkedHashMap<>();
    BiConsumer<Object, Object> each = all::put;
    call(forEachHeader, given(headers, response), each);
    return all;
  }

  @Nullable Object bodyOf(Object response) {
    return call(body, response);
  }

  Object make(int status, Map<?, ?> headers, @Nullable Object body) {
    Object all = noHeaders();
    headers.forEach(
        (name, values) -> call(putHeader, all, name, new ArrayList<>((List<?>) values)));
    Object builder = given(withStatus, null, status);
    call(withHeaders, builder, all);
    return given(withBody, builder, body);
  }

  private Object noHeaders() {
    try {
      return newHeaders.newInstance();
    } catch (ReflectiveOperationException changed) {
      throw new LinkageError(TYPE, changed);
    }
  }

  private static Object given(
      Method member, @Nullable Object target, @Nullable Object... arguments) {
    Object result = call(member, target, arguments);
    if (result == null) {
      throw new LinkageError(member + " gives nothing");
    }
    return result;
  }

  private static @Nullable Object call(
      Method member, @Nullable Object target, @Nullable Object... arguments) {
    try {
      return member.invoke(target, arguments);
    } catch (InvocationTargetException thrown) {
      throw new Unstorable(
          member.getName() + " of a ResponseEntity failed", thrown.getTargetException());
    } catch (IllegalAccessException changed) {
      throw new LinkageError(TYPE, changed);
    }
  }
}
