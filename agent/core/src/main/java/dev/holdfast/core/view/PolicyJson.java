package dev.holdfast.core.view;

import dev.holdfast.core.view.PolicyView.AttributeView;
import java.io.Writer;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** How all reports for programs write policies. */
public final class PolicyJson {

  private PolicyJson() {}

  /** Writes indented JSON. */
  public static JsonGenerator indented(Writer text) {
    return new JsonFactory().createGenerator(new Indented(), text);
  }

  /** Writes a policy with every attribute. */
  public static void write(PolicyView policy, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("policy", policy.policy());
    json.writeStringProperty("origin", policy.origin());
    json.writeArrayPropertyStart("attributes");
    policy.attributes().forEach(attribute -> write(attribute, json));
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(AttributeView attribute, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("name", attribute.name());
    json.writeName("value");
    writeValue(attribute.value(), json);
    json.writeStringProperty("origin", attribute.origin());
    json.writeEndObject();
  }

  private static void writeValue(Object value, JsonGenerator json) {
    if (value instanceof List<?> list) {
      json.writeStartArray();
      list.forEach(each -> writeValue(each, json));
      json.writeEndArray();
    } else if (value instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else if (value instanceof Integer number) {
      json.writeNumber(number);
    } else if (value instanceof Double number) {
      json.writeNumber(number);
    } else {
      json.writeString(value.toString());
    }
  }

  private static final class Indented extends ObjectWriteContext.Base {

    @Override
    public PrettyPrinter getPrettyPrinter() {
      return new DefaultPrettyPrinter();
    }

    @Override
    public boolean hasPrettyPrinter() {
      return true;
    }
  }
}
