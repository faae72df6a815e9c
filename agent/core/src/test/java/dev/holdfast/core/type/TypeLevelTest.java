package dev.holdfast.core.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TypeLevelTest {

  private final ClassModels types = ReflectedModels.ALL;

  @Test
  void helpersConstructorsMainAndOverridesOfObjectAreLeftOut() {
    assertThat(included(Service.class)).containsExactlyInAnyOrder("open", "guarded", "fixed");
  }

  @Test
  void accessorsOfARecordAreLeftOut() {
    assertThat(included(Item.class)).containsExactly("price");
  }

  @Test
  void valuesAndValueOfOfAnEnumAreLeftOut() {
    assertThat(included(Size.class)).containsExactly("width");
  }

  @Test
  void bridgesAreLeftOut() {
    ClassModel weight = types.find(Weight.class.getName()).orElseThrow();
    List<MethodModel> bridges = weight.methods().stream().filter(MethodModel::isBridge).toList();

    assertThat(bridges).isNotEmpty().noneMatch(bridge -> TypeLevel.includes(weight, bridge));
  }

  private Stream<String> included(Class<?> type) {
    ClassModel model = types.find(type.getName()).orElseThrow();
    return model.methods().stream()
        .filter(method -> TypeLevel.includes(model, method))
        .map(MethodModel::name);
  }

  @SuppressWarnings("unused") // read from the class file
  static class Service {
    public static void main(String[] arguments) {}

    public void open() {}

    protected void guarded() {}

    static void fixed() {}

    private void helper() {}

    @Override
    public String toString() {
      return "service";
    }
  }

  record Item(int cents) {
    int price() {
      return cents;
    }
  }

  enum Size {
    SMALL;

    int width() {
      return name().length();
    }
  }

  static final class Weight implements Comparable<Weight> {
    @Override
    public int compareTo(Weight other) {
      return 0;
    }
  }
}
