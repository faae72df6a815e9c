package dev.holdfast.core.pipeline;

import dev.holdfast.bridge.WovenSite;
import dev.holdfast.core.call.Call;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All stages around one body, linked. Immutable: when configuration changes another one takes its
 * place.
 */
record Pipeline(Stage first) {

  private static final MethodType GENERIC = MethodType.methodType(Object.class, Object[].class);
  private static final MethodHandle CALL = callHandle();

  /** Stacks the layers around a body; the outermost ring first, whatever their order. */
  static Pipeline around(Stage body, Binding binding, boolean observes, List<Layer> layers) {
    List<Policy> inwards =
        layers.stream().sorted(Comparator.comparing(Layer::ring)).map(Layer::policy).toList();
    boolean refuses = layers.stream().anyMatch(layer -> layer.ring() == Ring.DEDUPLICATE);
    Door door = new Door(binding.guard(), body, refuses && !observes);
    return new Pipeline(new Entry(binding.calls(), stages(inwards, body, binding, observes), door));
  }

  /** The bare body of a site as a stage. */
  static Stage body(WovenSite site) {
    return new BodyStage(spread(site.body()));
  }

  /** The pipeline as a handle of the site's type. */
  MethodHandle handle(MethodType type) {
    MethodHandle bound = CALL.bindTo(this);
    return type.equals(GENERIC)
        ? bound
        : ArgumentArrays.collect(bound, type.parameterCount()).asType(type);
  }

  private static Stage stages(List<Policy> inwards, Stage body, Binding binding, boolean observes) {
    if (observes) {
      return new ObserveStage(inwards.stream().map(Policy::observer).toList(), body);
    }
    if (binding.method().returnKind().isAsync()) {
      AsyncStage stage = new AsyncBodyStage(body, binding.services().workers());
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

  @Nullable Object call(@Nullable Object[] arguments) throws Throwable {
    return first.call(new Call(arguments));
  }

  private static MethodHandle spread(MethodHandle body) {
    MethodType type = body.type();
    return type.equals(GENERIC)
        ? body
        : body.asSpreader(Object[].class, type.parameterCount()).asType(GENERIC);
  }

  private static MethodHandle callHandle() {
    try {
      return MethodHandles.lookup().findVirtual(Pipeline.class, "call", GENERIC);
    } catch (ReflectiveOperationException impossible) {
      throw new LinkageError("the pipeline cannot be linked", impossible);
    }
  }
}
