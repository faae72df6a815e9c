package wire;

/**
 * What came of an experiment.
 *
 * @param text for people
 * @param isAsPromised whether the agent did what it promises
 */
public record Finding(String text, boolean isAsPromised) {}
