package dev.holdfast.core.carrier;

import com.google.auto.service.AutoService;
import dev.holdfast.core.call.ContextCarrier;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries what the application's libraries keep by thread, each application's own copy of a library
 * for itself. Loaders are held weakly; what was found in a class hangs on that class.
 */
@AutoService(ContextCarrier.class)
public final class LibraryCarrier implements ContextCarrier {

  private static final Logger LOG = LoggerFactory.getLogger(LibraryCarrier.class);

  /**
   * Under the OpenTelemetry agent the truth is here, whether or not the application has the API.
   */
  private static final String AGENTS =
      "io.opentelemetry.javaagent.shaded.io.opentelemetry.context.Context";

  private static final List<Found> FOUND = new CopyOnWriteArrayList<>();

  private static final ClassValue<List<Slot>> SLOTS =
      new ClassValue<>() {
        @Override
        protected List<Slot> computeValue(Class<?> type) {
          return slots(type);
        }
      };

  /** A loader that has a library. */
  private record Found(Library library, WeakReference<ClassLoader> loader) {}

  /**
   * A class is being loaded, or is loaded already; nothing happens unless it is a library's.
   *
   * @param className as the JVM writes it, with slashes
   */
  public static void offer(String className, ClassLoader loader) {
    if (Library.files().contains(className)) {
      FOUND.removeIf(found -> found.loader().refersTo(null));
      FOUND.add(new Found(Library.of(className), new WeakReference<>(loader)));
    }
  }

  /** Takes from the libraries' classes what hangs on them: the engine goes. */
  public static void forget() {
    for (Found found : FOUND) {
      ClassLoader loader = found.loader().get();
      if (loader != null) {
        forget(found.library().className(), loader);
      }
    }
    if (TraceAgent.TYPE != null) {
      SLOTS.remove(TraceAgent.TYPE);
    }
  }

  private static void forget(String className, ClassLoader loader) {
    try {
      SLOTS.remove(Class.forName(className, false, loader));
    } catch (ClassNotFoundException refused) {
      LOG.debug("{} holds nothing", className, refused);
    }
  }

  @Override
  public Carried capture() {
    List<Carried> all = new ArrayList<>();
    for (Found found : FOUND) {
      ClassLoader loader = found.loader().get();
      if (loader != null) {
        capture(found.library().className(), loader, all);
      }
    }
    if (TraceAgent.TYPE != null) {
      SLOTS.get(TraceAgent.TYPE).forEach(slot -> all.add(slot.capture()));
    }
    return () -> enter(all);
  }

  private static void capture(String className, ClassLoader loader, List<Carried> all) {
    try {
      SLOTS.get(Class.forName(className, true, loader)).forEach(slot -> all.add(slot.capture()));
    } catch (ClassNotFoundException refused) {
      LOG.debug("{} is not carried", className, refused);
    }
  }

  private static Entered enter(List<Carried> all) {
    List<Entered> entered = new ArrayList<>(all.size());
    all.forEach(carried -> entered.add(carried.enter()));
    Collections.reverse(entered);
    return () -> entered.forEach(Entered::leave);
  }

  private static List<Slot> slots(Class<?> type) {
    try {
      Library library =
          type.getName().equals(AGENTS)
              ? Library.OPENTELEMETRY
              : Library.of(type.getName().replace('.', '/'));
      return List.of(library.slot(type));
    } catch (ReflectiveOperationException other) {
      LOG.warn("{} is of a version that is not known: it is not carried", type.getName(), other);
      return List.of();
    }
  }

  /** Looked for once, when a call first changes its thread: agents start before that. */
  private static final class TraceAgent {

    static final @Nullable Class<?> TYPE = find();

    private static @Nullable Class<?> find() {
      try {
        return Class.forName(AGENTS, false, null);
      } catch (ClassNotFoundException absent) {
        return null;
      }
    }
  }
}
