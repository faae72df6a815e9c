package dev.holdfast.core.policy.breaker;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Key values as they may be stored and shown: bounded in length, and never in the clear. */
final class KeyDigest {

  /** Longer keys are stored as their hash, so that keys cannot fill the memory. */
  private static final int LONGEST = 64;

  private static final int SHOWN = 8;

  private KeyDigest() {}

  /** The key itself if it is short, else what stands for it. */
  static String stored(String key) {
    return key.length() <= LONGEST ? key : sha256(key);
  }

  /** What messages and events show of a key. */
  static String shown(String key) {
    return sha256(key).substring(0, SHOWN);
  }

  private static String sha256(String key) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(key.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
