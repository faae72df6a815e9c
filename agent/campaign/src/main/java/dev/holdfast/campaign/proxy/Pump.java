package dev.holdfast.campaign.proxy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Carries one direction of a connection.
 *
 * @param carried counts chunks
 */
record Pump(Link link, Socket from, Socket to, Faults faults, LongAdder carried)
    implements Runnable {

  private static final int CHUNK = 1 << 16;

  static void inBackground(Runnable task) {
    Thread thread = new Thread(task, "proxy");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void run() {
    try {
      carry(from.getInputStream(), to.getOutputStream());
      link.ended(to);
    } catch (IOException closed) {
      link.cut();
    } catch (InterruptedException nobodyDoes) {
      Thread.currentThread().interrupt();
    }
  }

  private void carry(InputStream in, OutputStream out) throws IOException, InterruptedException {
    byte[] chunk = new byte[CHUNK];
    for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
      Fault fault = faults.next();
      if (fault == Fault.CUT_BEFORE) {
        throw new IOException("cut");
      }
      if (fault == Fault.DELAY) {
        TimeUnit.MILLISECONDS.sleep(Faults.delayMillis());
      }
      out.write(chunk, 0, length);
      carried.increment();
      if (fault == Fault.CUT_AFTER) {
        throw new IOException("cut");
      }
      if (fault == Fault.HALF_CLOSE) {
        return;
      }
    }
  }
}
