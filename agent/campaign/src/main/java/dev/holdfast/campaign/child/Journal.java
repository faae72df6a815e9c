package dev.holdfast.campaign.child;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * A file to which processes append lines; a line is on disk when it is written. A process that is
 * killed may leave half of one: each line begins on one of its own, and has an end mark.
 */
public final class Journal {

  private static final String END = " .";

  private final FileChannel file;

  /** Opens it, or makes it. */
  public Journal(Path path) throws IOException {
    file =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
  }

  /** Appends a line in one write, so that it does not mix with those of others. */
  public void write(String line) {
    try {
      file.write(ByteBuffer.wrap(("\n" + line + END + "\n").getBytes(StandardCharsets.UTF_8)));
      file.force(false);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The line that was written so; empty for what is none, or half of one. */
  public static Optional<String> line(String read) {
    return read.endsWith(END)
        ? Optional.of(read.substring(0, read.length() - END.length()))
        : Optional.empty();
  }

  /** All whole lines. */
  public static List<String> read(Path path) throws IOException {
    return Files.readAllLines(path).stream().flatMap(read -> line(read).stream()).toList();
  }
}
