package shop.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class SettingsTest {

  @Test
  void surviveTheCommandLine() {
    Settings settings = new Settings(-17, Duration.ofSeconds(10), Duration.ofMillis(2_857));

    assertThat(Settings.parse(settings.arguments().toArray(new String[0]))).isEqualTo(settings);
  }
}
