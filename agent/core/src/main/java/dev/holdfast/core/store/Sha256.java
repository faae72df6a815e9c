package dev.holdfast.core.store;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * SHA-256 for keys and fingerprints. An empty digest is copied for each use, because looking one up
 * costs several times as much.
 */
public final class Sha256 {

  /** Long texts go through a buffer of this many characters, so that none is held twice. */
  private static final int CHUNK = 512;

  private static final MessageDigest EMPTY = find();

  private Sha256() {}

  /** A digest of nothing yet. */
  public static MessageDigest begin() {
    try {
      return (MessageDigest) EMPTY.clone();
    } catch (CloneNotSupportedException ofThisProvider) {
      return find();
    }
  }

  /** Adds the characters of a text in UTF-16, which is defined for half surrogates too. */
  public static void add(MessageDigest sha, CharSequence text) {
    byte[] bytes = new byte[Character.BYTES * Math.min(text.length(), CHUNK)];
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    for (int index = 0; index < text.length(); index++) {
      buffer.putChar(text.charAt(index));
      if (!buffer.hasRemaining()) {
        sha.update(bytes);
        buffer.clear();
      }
    }
    sha.update(bytes, 0, buffer.position());
  }

  private static MessageDigest find() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJvmHasIt) {
      throw new IllegalStateException(everyJvmHasIt);
    }
  }
}
