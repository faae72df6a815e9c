package dev.holdfast.campaign.child;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file to which processes append lines; a line is on disk when it is written. */
public final class Journal {

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
      file.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)));
      file.force(false);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
