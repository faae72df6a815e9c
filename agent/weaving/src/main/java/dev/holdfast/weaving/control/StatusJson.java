package dev.holdfast.weaving.control;

import dev.holdfast.core.Version;
import dev.holdfast.core.view.GuardView;
import dev.holdfast.core.view.PolicyJson;
import dev.holdfast.core.view.StateView;
import java.io.StringWriter;
import java.util.List;
import java.util.SortedMap;
import tools.jackson.core.JsonGenerator;

/** A status for programs: every attribute is in it. */
final class StatusJson {

  private final JsonGenerator json;

  private StatusJson(JsonGenerator json) {
    this.json = json;
  }

  static String of(Status status) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = PolicyJson.indented(text)) {
      new StatusJson(json).write(status);
    }
    return text.toString();
  }

  private void write(Status status) {
    json.writeStartObject();
    json.writeStringProperty("version", Version.TEXT);
    json.writeStringProperty("mode", status.mode().text());
    json.writeArrayPropertyStart("guards");
    status.guards().forEach(this::write);
    json.writeEndArray();
    json.writeArrayPropertyStart("states");
    status.states().forEach(this::write);
    json.writeEndArray();
    write("problems", status.problems());
    write("idleRules", status.idle());
    json.writeEndObject();
  }

  private void write(GuardView guard) {
    json.writeStartObject();
    json.writeStringProperty("method", guard.name());
    json.writeNumberProperty("calls", guard.calls());
    json.writeArrayPropertyStart("policies");
    guard.policies().forEach(policy -> PolicyJson.write(policy, json));
    json.writeEndArray();
    write("outcomes", guard.outcomes());
    write("notes", guard.notes());
    json.writeEndObject();
  }

  private void write(StateView state) {
    json.writeStartObject();
    json.writeStringProperty("kind", state.kind());
    json.writeStringProperty("name", state.name());
    json.writeStringProperty("state", state.state());
    write("figures", state.figures());
    json.writeEndObject();
  }

  private void write(String name, SortedMap<String, Long> numbers) {
    json.writeObjectPropertyStart(name);
    numbers.forEach(json::writeNumberProperty);
    json.writeEndObject();
  }

  private void write(String name, List<String> texts) {
    json.writeArrayPropertyStart(name);
    texts.forEach(json::writeString);
    json.writeEndArray();
  }
}
