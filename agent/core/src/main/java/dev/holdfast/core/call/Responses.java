package dev.holdfast.core.call;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the HTTP answer in what a call returned or threw, whichever client made the call. */
public final class Responses {

  private static final Logger LOG = LoggerFactory.getLogger(Responses.class);

  private final List<ResponseReader> readers;

  /** Responses of exactly these clients. */
  public Responses(List<ResponseReader> readers) {
    this.readers = List.copyOf(readers);
  }

  /** Responses of every client that the engine knows and this JVM can have. */
  public static Responses installed() {
    return Installed.RESPONSES;
  }

  /** Whether a method declared to return this type may return a response. */
  public boolean mayBeReturnedAs(Class<?> type) {
    return readers.stream().anyMatch(reader -> reader.mayBeReturnedAs(type));
  }

  /** What the server answered, if this is a response. */
  public Optional<HttpAnswer> in(@Nullable Object result) {
    if (result != null) {
      for (ResponseReader reader : readers) {
        Optional<HttpAnswer> answer = reader.read(result);
        if (answer.isPresent()) {
          return answer;
        }
      }
    }
    return Optional.empty();
  }

  /** What the server answered, if the failure or one of its causes carries a response. */
  public Optional<HttpAnswer> carriedBy(Throwable failure) {
    Throwable carrier = Causes.find(failure, candidate -> in(candidate).isPresent());
    return carrier == null ? Optional.empty() : in(carrier);
  }

  /**
   * Lets go of a response that no caller will ever see; of anything else, nothing. The next attempt
   * does not depend on it.
   */
  public void discard(@Nullable Object result) {
    if (result != null) {
      for (ResponseReader reader : readers) {
        if (reader.read(result).isPresent()) {
          discard(result, reader);
        }
      }
    }
  }

  private static void discard(Object response, ResponseReader reader) {
    try {
      reader.discard(response);
    } catch (Throwable unclosed) {
      LOG.debug("a response that is tried again could not be closed", unclosed);
    }
  }

  private static final class Installed {

    static final Responses RESPONSES = new Responses(load());

    private static List<ResponseReader> load() {
      List<ResponseReader> readers = new ArrayList<>();
      Iterator<ResponseReader> providers =
          ServiceLoader.load(ResponseReader.class, ResponseReader.class.getClassLoader())
              .iterator();
      while (providers.hasNext()) {
        try {
          readers.add(providers.next());
        } catch (ServiceConfigurationError absent) {
          LOG.debug("responses of a client that this JVM does not have are not read", absent);
        }
      }
      return readers;
    }
  }
}
