package dev.holdfast.core.pipeline;

import dev.holdfast.bridge.WovenSite;
import dev.holdfast.core.call.Call;
import dev.holdfast.core.time.Time;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All stages around one body, linked. Immutable: when configuration changes another one takes its
 * place.
 *
 * @param express what stands in for the stages while calls succeed at once; null where they must
 *     see every call
 */
record Pipeline(Entry entry, @Nullable Express express, Time time) {

  private static final MethodType GENERIC = MethodType.methodType(Object.class, Object[].class);
  private static final MethodHandle CALL = callHandle();

  /** Stacks the layers around a body; the outermost ring first, whatever their order. */
  static Pipeline around(Stage body, Binding binding, boolean observes, List<Layer> layers) {
    List<Policy> inwards =
        Stream.concat(layers.stream(), Stream.of(InTime.layer(binding)))
            .sorted(Comparator.comparing(Layer::ring))
            .map(Layer::policy)
            .toList();
    boolean refuses = layers.stream().anyMatch(layer -> layer.ring() == Ring.DEDUPLICATE);
    Door door = new Door(binding.guard(), body, refuses && !observes);
    Stage judged = observes ? body : judged(body, layers);
    Entry entry = new Entry(binding.calls(), stages(inwards, judged, binding, observes), door);
    boolean seesAll = observes || binding.method().returnKind().isAsync();
    return new Pipeline(entry, seesAll ? null : express(inwards), binding.services().time());
  }

  /** A body with those layers around it that are part of its transaction. */
  static Stage inTransaction(Stage body, List<Layer> layers) {
    Stage stage = judged(body, layers);
    for (Layer layer : layers) {
      if (layer.ring() == Ring.TRANSACTION) {
        stage = layer.policy().around(stage);
      }
    }
    return stage;
  }

  private static Stage judged(Stage body, List<Layer> layers) {
    boolean isKept = layers.stream().anyMatch(layer -> layer.ring() == Ring.TRANSACTION);
    return isKept ? new JudgedStage(body, layers.stream().map(Layer::policy).toList()) : body;
  }

  /** The bare body of a site as a stage. */
  static Stage body(WovenSite site) {
    MethodHandle body = site.body();
    return new BodyStage(
        site.isSpread()
            ? body
            : body.asSpreader(Object[].class, body.type().parameterCount()).asType(GENERIC));
  }

  /** A stage as a handle of a site's type. */
  static MethodHandle handle(Stage first, WovenSite site) {
    MethodHandle bound = CALL.bindTo(first);
    MethodType type = site.type();
    return site.isSpread()
        ? bound
        : bound.asCollector(Object[].class, type.parameterCount()).asType(type);
  }

  /** The pipeline as a handle of a site's type. */
  MethodHandle handle(WovenSite site) {
    MethodHandle stages = handle(entry, site);
    return express == null || !ExpressWay.fits(site.type())
        ? stages
        : new ExpressWay(entry.calls(), time, express, entry).handle(site, stages);
  }

  /** Of several policies at most one may have something to do while a call succeeds. */
  private static @Nullable Express express(List<Policy> policies) {
    Express only = Express.NOTHING;
    for (Policy policy : policies) {
      Express express = policy.express();
      if (express == null || (express != Express.NOTHING && only != Express.NOTHING)) {
        return null;
      }
      only = express == Express.NOTHING ? only : express;
    }
    return only;
  }

  private static Stage stages(List<Policy> inwards, Stage body, Binding binding, boolean observes) {
    if (observes) {
      return new ObserveStage(inwards.stream().map(Policy::observer).toList(), body);
    }
    if (binding.method().returnKind().isAsync()) {
      Services services = binding.services();
      AsyncStage stage = new AsyncBodyStage(body, services.time(), services.workers());
      for (int index = inwards.size() - 1; index >= 0; index--) {
        stage = inwards.get(index).aroundAsync(stage);
      }
      return new AsyncEntry(stage);
    }
    Stage stage = body;
    for (int index = inwards.size() - 1; index >= 0; index--) {
      stage = inwards.get(index).around(stage);
    }
    return stage;
  }

  static @Nullable Object call(Stage first, @Nullable Object[] arguments) throws Throwable {
    return first.call(new Call(arguments));
  }

  private static MethodHandle callHandle() {
    try {
      return MethodHandles.lookup()
          .findStatic(Pipeline.class, "call", GENERIC.insertParameterTypes(0, Stage.class));
    } catch (ReflectiveOperationException impossible) {
      throw new LinkageError("the pipeline cannot be linked", impossible);
    }
  }
}
