package dev.holdfast.core.carrier;

import java.util.Map;
import java.util.Set;

/** The libraries that are known, by the class that keeps what is carried. */
enum Library {
  /** The logging context of SLF4J. */
  SLF4J("org.slf4j.MDC") {
    @Override
    Slot slot(Class<?> type) throws NoSuchMethodException {
      return new StaticSlot(
          type.getMethod("getCopyOfContextMap"),
          type.getMethod("setContextMap", Map.class),
          type.getMethod("clear"));
    }
  },
  /** The logging context of Log4j 2. */
  LOG4J("org.apache.logging.log4j.ThreadContext") {
    @Override
    Slot slot(Class<?> type) throws NoSuchMethodException {
      return new StaticSlot(
          type.getMethod("getContext"),
          type.getMethod("putAll", Map.class),
          type.getMethod("clearMap"));
    }
  },
  /** The trace that a call belongs to, and its baggage. */
  OPENTELEMETRY("io.opentelemetry.context.Context") {
    @Override
    Slot slot(Class<?> type) throws NoSuchMethodException {
      return new TraceSlot(type.getMethod("current"), type.getMethod("makeCurrent"));
    }
  },
  /** The locale of a request that Spring serves. */
  SPRING_LOCALE("org.springframework.context.i18n.LocaleContextHolder") {
    @Override
    Slot slot(Class<?> type) throws ReflectiveOperationException {
      Class<?> context =
          Class.forName(
              "org.springframework.context.i18n.LocaleContext", false, type.getClassLoader());
      return new StaticSlot(
          type.getMethod("getLocaleContext"), type.getMethod("setLocaleContext", context), null);
    }
  },
  /**
   * The request that Spring serves, and with it the beans of its scope; refused when it is over.
   */
  SPRING_REQUEST("org.springframework.web.context.request.RequestContextHolder") {
    @Override
    Slot slot(Class<?> type) throws ReflectiveOperationException {
      Class<?> attributes =
          Class.forName(
              "org.springframework.web.context.request.RequestAttributes",
              false,
              type.getClassLoader());
      return new StaticSlot(
          type.getMethod("getRequestAttributes"),
          type.getMethod("setRequestAttributes", attributes),
          type.getMethod("resetRequestAttributes"));
    }
  },
  /** Who is calling, as Spring Security knows. */
  SPRING_SECURITY("org.springframework.security.core.context.SecurityContextHolder") {
    @Override
    Slot slot(Class<?> type) throws ReflectiveOperationException {
      Class<?> context =
          Class.forName(
              "org.springframework.security.core.context.SecurityContext",
              false,
              type.getClassLoader());
      return new StaticSlot(
          type.getMethod("getContext"),
          type.getMethod("setContext", context),
          type.getMethod("clearContext"));
    }
  };

  private static final Map<String, Library> BY_FILE =
      Map.of(
          SLF4J.file(), SLF4J,
          LOG4J.file(), LOG4J,
          OPENTELEMETRY.file(), OPENTELEMETRY,
          SPRING_LOCALE.file(), SPRING_LOCALE,
          SPRING_REQUEST.file(), SPRING_REQUEST,
          SPRING_SECURITY.file(), SPRING_SECURITY);

  private final String className;

  Library(String className) {
    this.className = className;
  }

  /** The class that keeps it. */
  String className() {
    return className;
  }

  /** What of the library is carried. */
  abstract Slot slot(Class<?> type) throws ReflectiveOperationException;

  /** The names of their classes, as the JVM writes them. */
  static Set<String> files() {
    return BY_FILE.keySet();
  }

  /** The library of that class, named as the JVM writes it. */
  static Library of(String file) {
    Library library = BY_FILE.get(file);
    if (library == null) {
      throw new IllegalArgumentException("class: " + file + " (expected: one of " + files() + ")");
    }
    return library;
  }

  private String file() {
    return className.replace('.', '/');
  }
}
