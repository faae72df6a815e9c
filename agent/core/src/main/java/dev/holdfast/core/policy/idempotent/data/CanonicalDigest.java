package dev.holdfast.core.policy.idempotent.data;

import dev.holdfast.core.store.Sha256;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 over data. Every piece is told by a mark and by its length, so that no two pieces run
 * into each other; elements without an order are sorted by their own digests.
 */
final class CanonicalDigest {

  private static final byte NULL = 0;
  private static final byte FLAG = 1;
  private static final byte WHOLE = 2;
  private static final byte FLOATING = 3;
  private static final byte TEXT = 4;
  private static final byte LIST = 5;
  private static final byte UNORDERED = 6;
  private static final byte MEMBERS = 7;

  private final MessageDigest sha = Sha256.begin();

  /** The digest of data, as 64 hexadecimal digits. */
  static String of(@Nullable Object data) {
    return HexFormat.of().formatHex(digest(data));
  }

  private static byte[] digest(@Nullable Object data) {
    CanonicalDigest digest = new CanonicalDigest();
    digest.add(data);
    return digest.sha.digest();
  }

  private void add(@Nullable Object data) {
    if (data == null) {
      mark(NULL, 0);
    } else if (data instanceof Boolean flag) {
      mark(FLAG, flag ? 1 : 0);
    } else if (data instanceof Long number) {
      mark(WHOLE, number);
    } else if (data instanceof Double number) {
      mark(FLOATING, Double.doubleToLongBits(number));
    } else if (data instanceof String text) {
      addText(text);
    } else if (data instanceof List<?> elements) {
      mark(LIST, elements.size());
      elements.forEach(this::add);
    } else if (data instanceof Unordered unordered) {
      mark(UNORDERED, unordered.elements().size());
      unordered.elements().stream()
          .map(CanonicalDigest::digest)
          .sorted(Arrays::compare)
          .forEach(sha::update);
    } else {
      addMembers((Map<?, ?>) data);
    }
  }

  /** Members that are null are left out: a field that is new does not change what was before. */
  private void addMembers(Map<?, ?> members) {
    Map<String, Object> present = new TreeMap<>();
    members.forEach(
        (name, value) -> {
          if (value != null) {
            present.put((String) name, value);
          }
        });
    mark(MEMBERS, present.size());
    present.forEach(
        (name, value) -> {
          addText(name);
          add(value);
        });
  }

  private void addText(String text) {
    mark(TEXT, text.length());
    Sha256.add(sha, text);
  }

  private void mark(byte mark, long content) {
    sha.update(mark);
    sha.update(ByteBuffer.allocate(Long.BYTES).putLong(content).flip());
  }
}
