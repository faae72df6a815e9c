package dev.holdfast.console.remote;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;
import static java.nio.file.StandardOpenOption.WRITE;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A JVM's door, at which one command knocks at a time. The knock is a signal, and one that comes
 * while the JVM opens already for another command makes it write a thread dump to its standard
 * output.
 */
final class Door {

  private Door() {}

  /** Waits for its turn and attaches. */
  static VirtualMachine open(long pid) throws AttachNotSupportedException, IOException {
    try (FileChannel turn = turn(pid)) {
      if (turn != null) {
        turn.lock();
      }
      return VirtualMachine.attach(Long.toString(pid));
    }
  }

  /** What is locked meanwhile; null where there is no such file to be had, and so no turns. */
  private static @Nullable FileChannel turn(long pid) {
    Path file = Path.of(System.getProperty("java.io.tmpdir"), "holdfast-attach-" + pid);
    try {
      return FileChannel.open(file, CREATE, WRITE, DELETE_ON_CLOSE, NOFOLLOW_LINKS);
    } catch (IOException | RuntimeException unwritable) {
      return null;
    }
  }
}
