package dev.holdfast.console.explain;

import dev.holdfast.console.explain.ExplainedPolicy.ExplainedAttribute;
import dev.holdfast.core.Version;
import java.io.StringWriter;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** An explanation for programs. */
public final class JsonReport {

  private final JsonGenerator json;

  private JsonReport(JsonGenerator json) {
    this.json = json;
  }

  /** The whole report as indented JSON; every attribute is in it. */
  public static String of(Explanation explanation) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(new Indented(), text)) {
      new JsonReport(json).write(explanation);
    }
    return text.toString();
  }

  private void write(Explanation explanation) {
    json.writeStartObject();
    json.writeStringProperty("version", Version.TEXT);
    json.writeStringProperty("mode", explanation.mode().text());
    json.writeBooleanProperty("enabled", explanation.isEnabled());
    json.writeNumberProperty("classes", explanation.classes());
    json.writeArrayPropertyStart("methods");
    explanation.methods().forEach(this::write);
    json.writeEndArray();
    write("notWoven", explanation.notWoven());
    write("problems", explanation.problems());
    write("warnings", explanation.warnings());
    json.writeEndObject();
  }

  private void write(ExplainedMethod method) {
    json.writeStartObject();
    json.writeStringProperty("method", method.method());
    json.writeStringProperty("type", method.type());
    json.writeArrayPropertyStart("policies");
    method.policies().forEach(this::write);
    json.writeEndArray();
    write("notes", method.notes());
    json.writeEndObject();
  }

  private void write(ExplainedPolicy policy) {
    json.writeStartObject();
    json.writeStringProperty("policy", policy.policy());
    json.writeStringProperty("origin", policy.origin());
    json.writeArrayPropertyStart("attributes");
    policy.attributes().forEach(this::write);
    json.writeEndArray();
    json.writeEndObject();
  }

  private void write(ExplainedAttribute attribute) {
    json.writeStartObject();
    json.writeStringProperty("name", attribute.name());
    json.writeName("value");
    writeValue(attribute.value());
    json.writeStringProperty("origin", attribute.origin());
    json.writeEndObject();
  }

  private void writeValue(Object value) {
    if (value instanceof List<?> list) {
      json.writeStartArray();
      list.forEach(this::writeValue);
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

  private void write(String name, List<String> texts) {
    json.writeArrayPropertyStart(name);
    texts.forEach(json::writeString);
    json.writeEndArray();
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
