package dev.holdfast.core.config;

/** Keys that are asked for while the JVM starts; constants, so that no class is loaded for them. */
final class KeyNames {

  static final String ENABLED = "holdfast.enabled";
  static final String MODE = "holdfast.mode";
  static final String ON_ERROR = "holdfast.on-error";
  static final String CONFIG = "holdfast.config";
  static final String LOG = "holdfast.log";
  static final String LOG_TO = "holdfast.log.to";
  static final String SHUTDOWN_GRACE = "holdfast.shutdown.grace";

  private KeyNames() {}
}
