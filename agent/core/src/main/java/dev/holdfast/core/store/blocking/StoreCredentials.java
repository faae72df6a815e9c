package dev.holdfast.core.store.blocking;

import dev.holdfast.core.config.Configuration;
import dev.holdfast.core.config.Secret;
import dev.holdfast.core.plan.Setting;
import dev.holdfast.core.store.StoreAddress;
import dev.holdfast.core.store.StoreFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * By whom a store is used, as it is configured. The password file is read for each connection: it
 * may come later than the first call, and hold another password tomorrow.
 */
public final class StoreCredentials {

  private static final Pattern END_OF_LINE = Pattern.compile("[\\r\\n]+\\z");

  private final Optional<String> user;
  private final Supplier<Optional<Secret>> source;
  private final Secrets secrets = new Secrets(List.of());

  /**
   * @param source is asked for each connection
   */
  public StoreCredentials(Optional<String> user, Supplier<Optional<Secret>> source) {
    this.user = user;
    this.source = source;
  }

  /**
   * Reads {@code user}, {@code password} and {@code password-file} of a store.
   *
   * @throws StoreFailure if both passwords are set
   */
  public static StoreCredentials read(StoreAddress address, Configuration configuration) {
    Optional<Secret> password =
        configuration.find(address.key() + ".password").map(StoreCredentials::secret);
    Optional<String> file = address.setting("password-file", configuration);
    if (file.isPresent() && password.isPresent()) {
      throw new StoreFailure(
          "%s.password and %s.password-file are both set (expected: one of them)"
              .formatted(address.key(), address.key()));
    }
    return new StoreCredentials(
        address.setting("user", configuration),
        () -> file.isPresent() ? file.map(path -> content(address, path)) : password);
  }

  /** Whose name it is; empty if none is configured. */
  public Optional<String> user() {
    return user;
  }

  /**
   * The password for a connection that is being made.
   *
   * @throws StoreFailure if its file cannot be read
   */
  public Optional<Secret> password() {
    Optional<Secret> password = source.get();
    password.map(Secret::reveal).ifPresent(secrets::add);
    return password;
  }

  /** Every password that was given. */
  public Secrets secrets() {
    return secrets;
  }

  private static Secret secret(Setting setting) {
    return setting.value() instanceof Secret secret
        ? secret
        : new Secret(setting.value().toString());
  }

  /** The content of the file, without the end of its line: spaces may belong to the password. */
  private static Secret content(StoreAddress address, String path) {
    String content;
    try {
      content = Files.readString(Path.of(path.strip()));
    } catch (IOException | InvalidPathException unreadable) {
      throw new StoreFailure(
          "%s.password-file: %s cannot be read (%s)"
              .formatted(address.key(), path, unreadable.getClass().getSimpleName()));
    }
    String password = END_OF_LINE.matcher(content).replaceFirst("");
    if (password.isEmpty()) {
      throw new StoreFailure(
          "%s.password-file: %s is empty (expected: a password)".formatted(address.key(), path));
    }
    return new Secret(password);
  }
}
