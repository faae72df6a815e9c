package dev.holdfast.weaving.control;

import dev.holdfast.core.Version;
import dev.holdfast.core.view.GuardView;
import dev.holdfast.core.view.PolicyView;
import dev.holdfast.core.view.StateView;
import dev.holdfast.core.view.TextTable;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** A status for people: tables of guards and of states, then what is to be known of them. */
final class StatusText {

  private final StringBuilder text = new StringBuilder();

  private StatusText() {}

  static String of(Status status) {
    StatusText report = new StatusText();
    report.head(status);
    report.guards(status.guards());
    report.states(status.states());
    report.lines("Notes", notes(status.guards()));
    report.lines("Problems", status.problems());
    report.lines("Rules that match nothing", status.idle());
    return report.text.toString().stripTrailing();
  }

  private void head(Status status) {
    text.append("holdfast ").append(Version.TEXT).append(" in mode ").append(status.mode().text());
    text.append(" guards ").append(Words.counted(status.guards().size(), "method")).append('\n');
  }

  /** One row for each policy; the guard stands in the first of its rows. */
  private void guards(List<GuardView> guards) {
    TextTable table = new TextTable("GUARD", "CALLS", "POLICY", "VALUES", "COUNTS");
    for (GuardView guard : guards) {
      String name = guard.name();
      String calls = Long.toString(guard.calls());
      if (guard.policies().isEmpty()) {
        table.add(name, calls, "none", "", "");
      }
      for (PolicyView policy : guard.policies()) {
        table.add(
            name,
            calls,
            policy.policy(),
            values(policy),
            counts(guard.outcomes(), policy.policy() + "."));
        name = "";
        calls = "";
      }
    }
    append(table, guards);
  }

  private void states(List<StateView> states) {
    TextTable table = new TextTable("KIND", "NAME", "STATE", "FIGURES");
    for (StateView state : states) {
      table.add(state.kind(), state.name(), state.state(), counts(state.figures(), ""));
    }
    append(table, states);
  }

  private void append(TextTable table, List<?> rows) {
    if (!rows.isEmpty()) {
      text.append('\n').append(table.text());
    }
  }

  private void lines(String title, List<String> lines) {
    if (!lines.isEmpty()) {
      text.append('\n').append(title).append(":\n");
      lines.forEach(line -> text.append("  ").append(line).append('\n'));
    }
  }

  private static List<String> notes(List<GuardView> guards) {
    return guards.stream()
        .flatMap(guard -> guard.notes().stream().map(note -> guard.name() + ": " + note))
        .toList();
  }

  /** What somebody chose. */
  private static String values(PolicyView policy) {
    return policy.attributes().stream()
        .filter(attribute -> !attribute.isDefault())
        .map(attribute -> attribute.name() + " = " + attribute.text())
        .collect(Collectors.joining(", "));
  }

  private static String counts(SortedMap<String, Long> counts, String start) {
    return counts.entrySet().stream()
        .filter(count -> count.getKey().startsWith(start) && count.getValue() != 0)
        .map(count -> count.getKey().substring(start.length()) + " " + count.getValue())
        .collect(Collectors.joining(", "));
  }
}
