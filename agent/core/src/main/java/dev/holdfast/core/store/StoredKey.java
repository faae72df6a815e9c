package dev.holdfast.core.store;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * A key as it is stored: never the text that the application chose, which may be a secret, of any
 * length and of any characters, but its SHA-256 over name, scope and key. So keys never collide
 * across methods or scopes.
 *
 * @param name whose key it is: a method, or the name that was chosen for it
 * @param digest 64 hexadecimal digits
 */
public record StoredKey(String name, String digest) {

  private static final int DIGITS = 64;
  private static final int SHOWN = 8;

  public StoredKey {
    if (digest.length() != DIGITS) {
      throw new IllegalArgumentException("digest: " + digest + " (expected: 64 digits)");
    }
  }

  /**
   * The key of one call.
   *
   * @param name whose key it is
   * @param scope what the key is combined with: a tenant, a principal; may be empty
   * @param key as the application knows it
   */
  public static StoredKey of(String name, List<String> scope, String key) {
    MessageDigest sha = sha256();
    add(sha, name);
    sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(scope.size()).flip());
    scope.forEach(part -> add(sha, part));
    add(sha, key);
    return new StoredKey(name, HexFormat.of().formatHex(sha.digest()));
  }

  /**
   * The key as callees outside the process may see it: a UUID of its first 128 bits, so that two
   * customers' "1" do not meet there.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc9562#section-5.8">RFC 9562, UUID version 8</a>
   */
  public UUID uuid() {
    long most = Long.parseUnsignedLong(digest.substring(0, 16), 16);
    long least = Long.parseUnsignedLong(digest.substring(16, 32), 16);
    return new UUID((most & ~0xF000L) | 0x8000L, (least & ~(0xC0L << 56)) | (0x80L << 56));
  }

  /** The first digits of the digest: what logs, events and messages may show of a key. */
  public String shortHash() {
    return digest.substring(0, SHOWN);
  }

  @Override
  public String toString() {
    return name + " key " + shortHash();
  }

  /** Every text with its length before it, in UTF-16, which is defined for half surrogates too. */
  private static void add(MessageDigest sha, String text) {
    ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + Character.BYTES * text.length());
    bytes.putInt(text.length());
    for (int index = 0; index < text.length(); index++) {
      bytes.putChar(text.charAt(index));
    }
    sha.update(bytes.flip());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJvmHasIt) {
      throw new IllegalStateException(everyJvmHasIt);
    }
  }
}
