package dev.holdfast.core.store;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key as it is stored: never the text that the application chose, which may be a secret, of any
 * length and of any characters, but its SHA-256 over name, scope and key. So keys never collide
 * across methods or scopes.
 */
public final class StoredKey {

  private static final int DIGITS = 64;
  private static final int SHOWN = 8;

  private final String name;

  // The digest, which is not needed as a text where keys stay in memory.
  private final long first;
  private final long second;
  private final long third;
  private final long fourth;

  private StoredKey(String name, byte[] digest) {
    this.name = name;
    ByteBuffer bytes = ByteBuffer.wrap(digest);
    first = bytes.getLong();
    second = bytes.getLong();
    third = bytes.getLong();
    fourth = bytes.getLong();
  }

  /**
   * A key that was stored.
   *
   * @param name whose key it is: a method, or the name that was chosen for it
   * @param digest 64 hexadecimal digits
   */
  public StoredKey(String name, String digest) {
    this(name, parsed(digest));
  }

  /**
   * The key of one call.
   *
   * @param name whose key it is
   * @param scope what the key is combined with: a tenant, a principal; may be empty
   * @param key as the application knows it
   */
  public static StoredKey of(String name, List<String> scope, String key) {
    MessageDigest sha = Sha256.begin();
    add(sha, name);
    addNumber(sha, scope.size());
    scope.forEach(part -> add(sha, part));
    add(sha, key);
    return new StoredKey(name, sha.digest());
  }

  /** Whose key it is. */
  public String name() {
    return name;
  }

  /** 64 hexadecimal digits. */
  public String digest() {
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits(first)
        + hex.toHexDigits(second)
        + hex.toHexDigits(third)
        + hex.toHexDigits(fourth);
  }

  /**
   * The key as callees outside the process may see it: a UUID of its first 128 bits, so that two
   * customers' "1" do not meet there.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc9562#section-5.8">RFC 9562, UUID version 8</a>
   */
  public UUID uuid() {
    return new UUID((first & ~0xF000L) | 0x8000L, (second & ~(0xC0L << 56)) | (0x80L << 56));
  }

  /** The first digits of the digest: what logs, events and messages may show of a key. */
  public String shortHash() {
    return digest().substring(0, SHOWN);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof StoredKey key
        && first == key.first
        && second == key.second
        && third == key.third
        && fourth == key.fourth
        && name.equals(key.name);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(first);
  }

  @Override
  public String toString() {
    return name + " key " + shortHash();
  }

  private static void add(MessageDigest sha, String text) {
    addNumber(sha, text.length());
    Sha256.add(sha, text);
  }

  private static void addNumber(MessageDigest sha, int number) {
    for (int shift = Integer.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
      sha.update((byte) (number >> shift));
    }
  }

  private static byte[] parsed(String digest) {
    if (digest.length() != DIGITS) {
      throw new IllegalArgumentException("digest: " + digest + " (expected: 64 digits)");
    }
    return HexFormat.of().parseHex(digest);
  }
}
