package dev.holdfast.core.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keys below {@code holdfast.store.}: parts of the default store ({@code user}), named stores
 * ({@code orders}) and their parts ({@code orders.user}).
 */
final class StoreKeys {

  private static final String PASSWORD = "password";
  private static final String PASSWORD_FILE = "password-file";

  /** What can be said of a store; no store has one of these as its name. */
  static final List<String> PARTS =
      List.of("user", PASSWORD, PASSWORD_FILE, "driver", "create", "transaction");

  /** With so many mistakes it is still no name: its value may look like a store's address. */
  private static final int MISTAKES_IN_PASSWORD_FILE = 2;

  private StoreKeys() {}

  /** What the value of the key must look like; null if there is no such key. */
  static @Nullable CommonForm formOf(String rest) {
    int dot = rest.indexOf('.');
    String name = dot < 0 ? rest : rest.substring(0, dot);
    if (name.isEmpty()) {
      return null;
    }
    if (PARTS.contains(name)) {
      return dot < 0 ? formOfPart(name) : null;
    }
    if (Closest.distance(name, PASSWORD_FILE) <= MISTAKES_IN_PASSWORD_FILE) {
      return null;
    }
    return dot < 0 ? CommonForm.STORE : formOfPart(rest.substring(dot + 1));
  }

  private static @Nullable CommonForm formOfPart(String part) {
    if (!PARTS.contains(part)) {
      return null;
    }
    return part.equals("create") ? CommonForm.FLAG : CommonForm.TEXT;
  }

  /** Whether the key is about stores at all. */
  static boolean isOfStore(String key) {
    return key.equals(FixedKey.STORE.key()) || key.startsWith(KnownKeys.STORE);
  }

  /** Whether the value of the key is a store's address, or anything under a name nobody knows. */
  static boolean isAddress(String key) {
    return isOfStore(key) && !PARTS.contains(key.substring(key.lastIndexOf('.') + 1));
  }

  /** Whether the value of the key is a password. */
  static boolean isPassword(String key) {
    return key.startsWith(KnownKeys.STORE) && key.endsWith("." + PASSWORD);
  }

  /** The part of the default store that the name of a store was probably meant as. */
  static String closest(String key) {
    String name = key.substring(KnownKeys.STORE.length());
    return KnownKeys.STORE + (Secret.isSecret(key) ? PASSWORD : Closest.to(name, PARTS));
  }
}
