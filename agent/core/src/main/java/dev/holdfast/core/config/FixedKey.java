package dev.holdfast.core.config;

import org.jspecify.annotations.Nullable;

/** The keys that hold no name of a policy, rule, budget or store. */
enum FixedKey {
  ENABLED(KeyNames.ENABLED, CommonForm.FLAG, true),
  MODE(KeyNames.MODE, CommonForm.MODE, true),
  ON_ERROR(KeyNames.ON_ERROR, CommonForm.ON_ERROR, true),
  CONFIG(KeyNames.CONFIG, CommonForm.TEXT, false),
  LOG(KeyNames.LOG, CommonForm.LEVEL, true),
  LOG_TO(KeyNames.LOG_TO, CommonForm.TEXT, false),
  SHUTDOWN_GRACE(KeyNames.SHUTDOWN_GRACE, CommonForm.DURATION, true),
  STORE("holdfast.store", CommonForm.STORE, false),
  HTTP_PORT("holdfast.http.port", CommonForm.PORT, false),
  HTTP_HOST("holdfast.http.host", CommonForm.TEXT, false),
  HTTP_KEY_HEADER("holdfast.http.idempotency-key.header", CommonForm.TOKEN, false),
  HTTP_KEY_QUOTED("holdfast.http.idempotency-key.quoted", CommonForm.FLAG, false),
  HTTP_KEY_METHODS("holdfast.http.idempotency-key.methods", CommonForm.TOKENS, false),
  HTTP_HEADERS_HOSTS("holdfast.http.headers.hosts", CommonForm.HOSTS, false),
  HTTP_TRUST_DEADLINE("holdfast.http.trust-deadline", CommonForm.FLAG, false),
  HTTP_REFUSE_LATE("holdfast.http.refuse-late", CommonForm.FLAG, false),
  HTTP_RETRIED("holdfast.http.retried", CommonForm.RETRIED, false);

  private final String key;
  private final CommonForm form;
  private final boolean isLive;

  FixedKey(String key, CommonForm form, boolean isLive) {
    this.key = key;
    this.form = form;
    this.isLive = isLive;
  }

  String key() {
    return key;
  }

  CommonForm form() {
    return form;
  }

  /** Whether it may change while the process runs; what reaches outside the process may not. */
  boolean isLive() {
    return isLive;
  }

  static @Nullable FixedKey of(String key) {
    for (FixedKey candidate : values()) {
      if (candidate.key.equals(key)) {
        return candidate;
      }
    }
    return null;
  }
}
