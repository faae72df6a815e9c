package dev.holdfast.console.explain;

import dev.holdfast.core.Version;
import dev.holdfast.core.view.PolicyJson;
import java.io.StringWriter;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** An explanation for programs. */
public final class JsonReport {

  private final JsonGenerator json;

  private JsonReport(JsonGenerator json) {
    this.json = json;
  }

  /** The whole report as indented JSON; every attribute is in it. */
  public static String of(Explanation explanation) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = PolicyJson.indented(text)) {
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
    method.policies().forEach(policy -> PolicyJson.write(policy, json));
    json.writeEndArray();
    write("notes", method.notes());
    json.writeEndObject();
  }

  private void write(String name, List<String> texts) {
    json.writeArrayPropertyStart(name);
    texts.forEach(json::writeString);
    json.writeEndArray();
  }
}
