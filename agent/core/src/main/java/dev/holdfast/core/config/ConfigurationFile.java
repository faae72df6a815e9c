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
  private final Optional<Stamp> first;

  /** Notes what the file looks like now, so that no later change is missed. */
  public ConfigurationFile(Path path) {
    this.path = path;
    this.first = stampOf(path);
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

  /** Reads the file. */
  public Content read() {
    try {
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      if (!attributes.isRegularFile()) {
        return unreadable("it is no file");
      }
      if (attributes.size() > MOST_BYTES) {
        return unreadable("it is larger than 1 MB");
      }
      return new Content.Found(new Source(name(), parse(Files.readAllBytes(path))));
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
    return stampOf(path);
  }

  /** What the file looked like before it was first read. */
  Optional<Stamp> firstStamp() {
    return first;
  }

  private static Optional<Stamp> stampOf(Path path) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      return Optional.of(new Stamp(attributes.lastModifiedTime().toMillis(), attributes.size()));
    } catch (IOException absent) {
      return Optional.empty();
    }
  }

  /** When the file was written last, in milliseconds, and its bytes. */
  record Stamp(long modifiedMillis, long size) {}
}
