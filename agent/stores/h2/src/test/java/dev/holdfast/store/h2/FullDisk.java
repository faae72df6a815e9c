package dev.holdfast.store.h2;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** A disk that is full when a test says so: the files of H2 whose paths begin with its prefix. */
public final class FullDisk extends FilePathWrapper {

  static final String PREFIX = "full:";

  private static volatile boolean isFull;

  /** Made by H2, once for each path. */
  public FullDisk() {}

  static void mount() {
    isFull = false;
    FilePath.register(new FullDisk());
  }

  static void fill() {
    isFull = true;
  }

  static void makeRoom() {
    isFull = false;
  }

  @Override
  public String getScheme() {
    return "full";
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    return new Channel(getBase().open(mode));
  }

  private static final class Channel extends FileBase {

    private final FileChannel disk;

    Channel(FileChannel disk) {
      this.disk = disk;
    }

    @Override
    public synchronized int write(ByteBuffer source, long position) throws IOException {
      requireRoom();
      return disk.write(source, position);
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
      requireRoom();
      return disk.write(source);
    }

    private static void requireRoom() throws IOException {
      if (isFull) {
        throw new IOException("No space left on device");
      }
    }

    @Override
    public synchronized int read(ByteBuffer target, long position) throws IOException {
      return disk.read(target, position);
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
      return disk.read(target);
    }

    @Override
    public long position() throws IOException {
      return disk.position();
    }

    @Override
    public FileChannel position(long position) throws IOException {
      disk.position(position);
      return this;
    }

    @Override
    public long size() throws IOException {
      return disk.size();
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
      disk.truncate(size);
      return this;
    }

    @Override
    public void force(boolean metaData) throws IOException {
      disk.force(metaData);
    }

    @Override
    public FileLock tryLock(long position, long size, boolean isShared) throws IOException {
      return disk.tryLock(position, size, isShared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
      disk.close();
    }
  }
}
