package dev.holdfast.core.config;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The file that {@code holdfast.config} names: {@code .properties}, UTF-8, whole keys, at most 1
 * MB.
 */
public final class ConfigurationFile {

  /** Far more than anybody writes; keeps a mistaken path from filling the heap. */
  private static final long MOST_BYTES = 1 << 20;

  /** Editors on Windows begin UTF-8 files with it. */
  private static final String BYTE_ORDER_MARK = "\ufeff";

  private final Path path;

  /** Before it was read, so that no later change is missed. */
  private Optional<Stamp> read = Optional.empty();

  private String problem = "";

  public ConfigurationFile(Path path) {
    this.path = path;
  }

  /** What there is of the file now. */
  public sealed interface Content {

    /** It can be read. */
    record Found(Source source) implements Content {}

    /**
     * It cannot be read.
     *
     * @param problem why, as a whole message
     */
    record Unreadable(String problem) implements Content {}
  }

  /** As messages name it. */
  public String name() {
    return "file " + path;
  }

  /** Reads the file; by one thread at a time. */
  public Content read() {
    Content content = content();
    problem = content instanceof Content.Unreadable unreadable ? unreadable.problem() : "";
    return content;
  }

  private Content content() {
    try {
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      if (!attributes.isRegularFile()) {
        return unreadable("it is no file");
      }
      if (attributes.size() > MOST_BYTES) {
        return unreadable("it is larger than 1 MB");
      }
      Source source = new Source(name(), parse(Files.readAllBytes(path)));
      read = Optional.of(Stamp.of(attributes));
      return new Content.Found(source);
    } catch (NoSuchFileException missing) {
      return unreadable("there is no such file");
    } catch (AccessDeniedException denied) {
      return unreadable("access is denied");
    } catch (CharacterCodingException garbled) {
      return unreadable("it is not UTF-8 text");
    } catch (IllegalArgumentException malformed) {
      return unreadable("a \\uXXXX in it is malformed");
    } catch (IOException failure) {
      return unreadable(failure.toString());
    }
  }

  private static Map<String, String> parse(byte[] bytes) throws IOException {
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    Properties properties = new Properties();
    properties.load(new StringReader(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text));
    Map<String, String> values = new TreeMap<>();
    for (String key : properties.stringPropertyNames()) {
      values.put(key, properties.getProperty(key, ""));
    }
    return values;
  }

  private Content unreadable(String why) {
    return new Content.Unreadable(
        "holdfast.config: "
            + path
            + " (expected: a readable .properties file), but "
            + why
            + ". Correct the path or the file, or remove the key.");
  }

  /** Tells the file's states apart without reading it; empty while there is no such file. */
  Optional<Stamp> stamp() {
    try {
      return Optional.of(Stamp.of(Files.readAttributes(path, BasicFileAttributes.class)));
    } catch (IOException absent) {
      return Optional.empty();
    }
  }

  /** What the file looked like when it could be read last; empty if it never could. */
  Optional<Stamp> lastRead() {
    return read;
  }

  /** Why the last reading failed, as a whole message; empty if it did not. */
  String problem() {
    return problem;
  }

  /** When the file was written last, in milliseconds, and its bytes. */
  record Stamp(long modifiedMillis, long size) {

    static Stamp of(BasicFileAttributes attributes) {
      return new Stamp(attributes.lastModifiedTime().toMillis(), attributes.size());
    }
  }
}
