package dev.holdfast.campaign.keeper;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A bean. */
public class Basket {

  private @Nullable String owner;
  private List<String> lines = new ArrayList<>();

  /** An empty one of nobody. */
  public Basket() {}

  /** Whose it is. */
  public @Nullable String getOwner() {
    return owner;
  }

  /** Gives it to somebody. */
  public void setOwner(String owner) {
    this.owner = owner;
  }

  /** What is in it. */
  public List<String> getLines() {
    return lines;
  }

  /** Fills it. */
  public void setLines(List<String> lines) {
    this.lines = lines;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Basket basket
        && Objects.equals(owner, basket.owner)
        && lines.equals(basket.lines);
  }

  @Override
  public int hashCode() {
    return Objects.hash(owner, lines);
  }
}
