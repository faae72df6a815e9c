package dev.holdfast.core.policy.idempotent.data;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/**
 * Data as JSON text in plain ASCII, so that every character is one byte wherever it is kept, and
 * half surrogates survive as escapes.
 */
final class JsonText {

  private static final int DEEPEST = 2_000;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .streamWriteConstraints(StreamWriteConstraints.builder().maxNestingDepth(DEEPEST).build())
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxStringLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private JsonText() {}

  static String write(@Nullable Object data) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      write(data, json);
    }
    return text.toString();
  }

  /**
   * @throws Unstorable if the text is not what was written
   */
  static @Nullable Object read(String text) {
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text)) {
      json.nextToken();
      Object data = read(json);
      if (json.nextToken() != null) {
        throw new Unstorable("a stored text goes on after its end");
      }
      return data;
    } catch (JacksonException malformed) {
      throw new Unstorable("a stored text is no JSON", malformed);
    }
  }

  private static void write(@Nullable Object data, JsonGenerator json) {
    if (data == null) {
      json.writeNull();
    } else if (data instanceof String text) {
      json.writeString(text);
    } else if (data instanceof Boolean flag) {
      json.writeBoolean(flag);
    } else if (data instanceof Long number) {
      json.writeNumber(number);
    } else if (data instanceof Double number) {
      json.writeNumber(number);
    } else if (data instanceof Unordered unordered) {
      write(unordered.elements(), json);
    } else if (data instanceof List<?> elements) {
      json.writeStartArray();
      elements.forEach(element -> write(element, json));
      json.writeEndArray();
    } else {
      json.writeStartObject();
      ((Map<?, ?>) data)
          .forEach(
              (name, value) -> {
                json.writeName((String) name);
                write(value, json);
              });
      json.writeEndObject();
    }
  }

  private static @Nullable Object read(JsonParser json) {
    JsonToken token = json.currentToken();
    if (token == null) {
      throw new Unstorable("a stored text ends too early");
    }
    return switch (token) {
      case VALUE_NULL -> null;
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_STRING -> json.getString();
      case VALUE_NUMBER_INT -> json.getLongValue();
      case VALUE_NUMBER_FLOAT -> json.getDoubleValue();
      case START_ARRAY -> elements(json);
      case START_OBJECT -> members(json);
      default -> throw new Unstorable("a stored text holds " + token);
    };
  }

  private static List<@Nullable Object> elements(JsonParser json) {
    List<@Nullable Object> elements = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      elements.add(read(json));
    }
    return elements;
  }

  private static Map<String, @Nullable Object> members(JsonParser json) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      members.put(name, read(json));
    }
    return members;
  }
}
