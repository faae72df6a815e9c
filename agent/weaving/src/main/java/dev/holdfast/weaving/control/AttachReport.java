package dev.holdfast.weaving.control;

import dev.holdfast.core.Version;
import dev.holdfast.core.config.Mode;
import dev.holdfast.core.pipeline.Guard;
import java.util.List;

/** Says what attaching has come to. */
public final class AttachReport {

  private AttachReport() {}

  /**
   * The answer to who attached.
   *
   * @param problems what was asked for and cannot be
   */
  public static Answer of(Mode mode, List<Guard> guards, List<String> problems) {
    long classes = guards.stream().map(guard -> guard.method().owner().name()).distinct().count();
    StringBuilder text = new StringBuilder();
    text.append("attached: holdfast ").append(Version.TEXT).append(" in mode ").append(mode.text());
    text.append(" guards ").append(Words.counted(guards.size(), "method"));
    text.append(" of ").append(Words.counted(classes, "class")).append(" loaded already");
    problems.forEach(problem -> text.append('\n').append(problem));
    return Answer.done(text.toString());
  }
}
