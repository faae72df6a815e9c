package host;

import static host.Hosts.GUARDED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testkit.ForkedJvm;
import java.util.List;
import org.junit.jupiter.api.Test;

class RedeploymentIT {

  private static final int TIMES = 1000;

  @Test
  void leavesNoLoaderBehind() throws Exception {
    ForkedJvm.Result result =
        Hosts.under("tomcat-10")
            .withOptions("-Xmx64m", "-XX:+UseSerialGC", "-XX:SoftRefLRUPolicyMSPerMB=0")
            .run("host.RedeployHost", Integer.toString(TIMES));

    List<String> lines = result.out().lines().toList();
    assertThat(lines).last().isEqualTo("{200 " + GUARDED + " moved moved moved=" + TIMES + "}");
    List<Used> used = lines.stream().limit(10).map(Used::parse).toList();
    Used first = used.get(0);
    Used last = used.get(9);
    assertThat(last.loaders()).isLessThanOrEqualTo(2);
    assertThat(last.kilobytes() - first.kilobytes()).isLessThan(1024);
    Table.measured(
        "Tomcat 10, a heap of 64 MB",
        "1,000 deployments of a webapp that uses every policy, on threads of others too",
        "at most 2 live loaders at the end, heap flat",
        last.loaders()
            + " live; heap after 100: "
            + first.heap()
            + ", after 1,000: "
            + last.heap());
  }

  /**
   * What was left after some deployments.
   *
   * @param kilobytes of the heap
   */
  private record Used(int loaders, long kilobytes) {

    static Used parse(String line) {
      String[] parts = line.split(" ", 3);
      return new Used(Integer.parseInt(parts[1]), Long.parseLong(parts[2]));
    }

    String heap() {
      return String.format("%.1f MB", kilobytes / 1024.0);
    }
  }
}
