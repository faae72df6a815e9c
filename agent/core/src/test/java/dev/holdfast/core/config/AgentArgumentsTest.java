package dev.holdfast.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgentArgumentsTest {

  @Test
  void keysAreThoseOfEverywhereWithOrWithoutThePrefix() {
    assertThat(AgentArguments.parse("mode=observe, holdfast.log=debug "))
        .isEqualTo(
            new AgentArguments(
                Map.of("holdfast.mode", "observe", "holdfast.log", "debug"), List.of()));
  }

  @Test
  void aCommaSeparatesOnlyBeforeAnotherKey() {
    String text =
        "rule.pay.match=com.acme.A#m(java.lang.String,..),rule.pay.retry.on=java.io.IOException,"
            + "java.net.SocketException,mode=observe";

    assertThat(AgentArguments.parse(text).values())
        .containsOnly(
            Map.entry("holdfast.rule.pay.match", "com.acme.A#m(java.lang.String,..)"),
            Map.entry("holdfast.rule.pay.retry.on", "java.io.IOException,java.net.SocketException"),
            Map.entry("holdfast.mode", "observe"));
  }

  @Test
  void nothingIsNothing() {
    AgentArguments none = new AgentArguments(Map.of(), List.of());

    assertThat(AgentArguments.parse(null)).isEqualTo(none);
    assertThat(AgentArguments.parse(" ")).isEqualTo(none);
  }

  @Test
  void whatHasNoKeyIsReported() {
    AgentArguments arguments = AgentArguments.parse("observe,log=debug");

    assertThat(arguments.values()).isEqualTo(Map.of("holdfast.log", "debug"));
    assertThat(arguments.problems())
        .containsExactly(
            "agent argument: observe (expected: key=value,key=value). Write the key in front, or"
                + " remove it.");
  }

  @Test
  void spaceAroundKeysAndValuesIsIgnored() {
    AgentArguments arguments = AgentArguments.parse("mode = observe , store.password = hunter2");

    assertThat(arguments.problems()).isEmpty();
    assertThat(arguments.values())
        .isEqualTo(Map.of("holdfast.mode", "observe", "holdfast.store.password", "hunter2"));
  }

  @ParameterizedTest
  @CsvSource({
    "'=hunter2', ***",
    "'store.password:hunter2', store.password***",
    "'store.password,hunter2', store.password***",
    "'store password=hunter2', store***"
  })
  void ofWhatHasNoKeyNoValueIsPrinted(String pair, String printed) {
    assertThat(AgentArguments.parse(pair).problems())
        .containsExactly(
            "agent argument: "
                + printed
                + " (expected: key=value,key=value). Write the key in front, or remove it.");
  }

  @Property
  void pairsAreReadBackAsTheyWereWritten(@ForAll("pairs") Map<String, String> pairs) {
    StringJoiner text = new StringJoiner(",");
    pairs.forEach((key, value) -> text.add(key + "=" + value));

    AgentArguments arguments = AgentArguments.parse(text.toString());

    assertThat(arguments.problems()).isEmpty();
    assertThat(arguments.values()).hasSameSizeAs(pairs);
    pairs.forEach(
        (key, value) -> assertThat(arguments.values()).containsEntry("holdfast." + key, value));
  }

  @Property
  void noTextMakesItThrow(@ForAll String text) {
    assertThat(AgentArguments.parse(text)).isNotNull();
  }

  @Provide
  Arbitrary<Map<String, String>> pairs() {
    Arbitrary<String> keys =
        Arbitraries.strings().withCharRange('a', 'z').withChars('.', '-').ofMinLength(1);
    Arbitrary<String> values = Arbitraries.strings().withCharRange('a', 'z').withChars(",#()*;");
    return Arbitraries.maps(keys, values).ofMaxSize(5);
  }
}
