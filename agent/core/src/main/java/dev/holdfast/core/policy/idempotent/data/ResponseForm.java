package dev.holdfast.core.policy.idempotent.data;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The form of a {@code ResponseEntity} of Spring.
 *
 * @param members how it is read and made again
 * @param body of its body
 */
record ResponseForm(ResponseMembers members, Form body) implements Form {

  private static final String STATUS = "status";
  private static final String HEADERS = "headers";
  private static final String BODY = "body";
  private static final Form TEXT = Scalars.form("java.lang.String");

  /** The values of a header stay in their order. */
  private static final Form VALUES = new CollectionForm("java.util.List", String.class, TEXT);

  private static final Form ALL_HEADERS = new MapForm("java.util.Map", String.class, TEXT, VALUES);

  @Override
  public Object write(Object value, Budget budget) {
    if (!members.type().equals(value.getClass())) {
      throw new Unstorable(
          "a %s would come back as a %s"
              .formatted(value.getClass().getName(), ResponseMembers.TYPE));
    }
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put(STATUS, members.statusOf(value));
    data.put(HEADERS, ALL_HEADERS.toData(members.headersOf(value), budget));
    data.put(BODY, body.toData(members.bodyOf(value), budget));
    return data;
  }

  @Override
  public Object read(Object data) {
    if (data instanceof Map<?, ?> written
        && written.get(STATUS) instanceof Long status
        && status == status.intValue()
        && ALL_HEADERS.fromData(written.get(HEADERS)) instanceof Map<?, ?> headers
        && written.containsKey(BODY)) {
      return members.make(status.intValue(), headers, body.fromData(written.get(BODY)));
    }
    throw new Unstorable("the data of a ResponseEntity is malformed");
  }
}
