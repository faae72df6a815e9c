package dev.holdfast.core.config;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The settings in force while the process runs: replaced whole, or not at all.
 *
 * <p>A change with any problem in it is refused and the settings in force stay. Listeners are told
 * after the change, never under a lock; they may be told of a newer state than the one that woke
 * them, and never of an older one.
 */
public final class LiveConfiguration {

  private final SettingsReader reader;
  private final AtomicReference<State> state;
  private final List<Function<Configuration, List<String>>> trials = new CopyOnWriteArrayList<>();
  private final List<Consumer<Configuration>> listeners = new CopyOnWriteArrayList<>();

  private record State(Sources sources, Reading reading) {}

  /**
   * @param sources what was set at the start
   * @param reading what came of reading it
   */
  public LiveConfiguration(SettingsReader reader, Sources sources, Reading reading) {
    this.reader = reader;
    this.state = new AtomicReference<>(new State(sources, reading));
  }

  /** What is in force now. */
  public Configuration current() {
    return state().reading().settings();
  }

  /** Adds a trial: it sees a configuration before it is in force, and answers what is wrong. */
  public void addTrial(Function<Configuration, List<String>> trial) {
    trials.add(trial);
  }

  /** Adds a listener: it is told of each configuration once it is in force. */
  public void subscribe(Consumer<Configuration> listener) {
    listeners.add(listener);
  }

  /**
   * Sets values for as long as the process runs.
   *
   * @param values by whole key
   * @return why not; empty when all are in force
   */
  public List<String> set(Map<String, String> values) {
    while (true) {
      State before = state();
      List<String> known = before.reading().problems();
      Sources changed = before.sources().withLive(values);
      Attempt attempt = attempt(before, changed, known);
      if (attempt.isDone()) {
        return attempt.problems();
      }
    }
  }

  /**
   * Puts another state of the file in force.
   *
   * @return why not; empty when it is in force
   */
  public List<String> replaceFile(Source file) {
    while (true) {
      State before = state();
      Sources withoutFile = before.sources().withFile(Source.empty(file.name()));
      List<String> known = reader.read(withoutFile).problems();
      Attempt attempt = attempt(before, before.sources().withFile(file), known);
      if (attempt.isDone()) {
        return attempt.problems();
      }
    }
  }

  private State state() {
    State current = state.get();
    if (current == null) {
      throw new IllegalStateException("state: null (expected: always one)");
    }
    return current;
  }

  private record Attempt(boolean isDone, List<String> problems) {}

  private Attempt attempt(State before, Sources changed, List<String> knownProblems) {
    if (changed.equals(before.sources())) {
      return new Attempt(true, List.of());
    }
    Reading reading = reader.read(changed);
    List<String> problems =
        reading.problems().stream().filter(problem -> !knownProblems.contains(problem)).toList();
    if (problems.isEmpty()) {
      problems =
          new FixedValues(reader.known()).changed(before.reading().settings(), reading.settings());
    }
    if (problems.isEmpty()) {
      problems =
          trials.stream()
              .flatMap(trial -> trial.apply(reading.settings()).stream())
              .distinct()
              .toList();
    }
    if (!problems.isEmpty()) {
      return new Attempt(true, problems);
    }
    if (!state.compareAndSet(before, new State(changed, reading))) {
      return new Attempt(false, List.of());
    }
    listeners.forEach(listener -> listener.accept(current()));
    return new Attempt(true, List.of());
  }
}
