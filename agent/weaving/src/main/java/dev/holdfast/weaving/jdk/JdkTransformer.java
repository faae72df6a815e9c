package dev.holdfast.weaving.jdk;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.List;
import java.util.function.Consumer;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts lines into the JDK's own HTTP clients and HTTP server: no member is added, so that classes
 * which are loaded already are no different. A JDK that has other classes or methods stays as it
 * is.
 */
public final class JdkTransformer implements ClassFileTransformer {

  private static final Logger LOG = LoggerFactory.getLogger(JdkTransformer.class);

  private static final String HTTP_REQUEST = "jdk/internal/net/http/HttpRequestImpl";
  private static final String CONNECTION = "sun/net/www/protocol/http/HttpURLConnection";

  private static final String SECURED = "sun/net/www/protocol/https/HttpsURLConnectionImpl";

  private static final String EXCHANGE = "Lcom/sun/net/httpserver/HttpExchange;";

  private static final List<JdkHook> HOOKS =
      List.of(
          JdkHook.at(
              "jdk/internal/net/http/HttpClientImpl",
              "sendAsync(Ljava/net/http/HttpRequest;"
                  + "Ljava/net/http/HttpResponse$BodyHandler;"
                  + "Ljava/net/http/HttpResponse$PushPromiseHandler;"
                  + "Ljava/util/concurrent/Executor;)Ljava/util/concurrent/CompletableFuture;",
              HttpClientCode::send),
          new JdkHook(
              HTTP_REQUEST,
              method ->
                  method.startsWith(
                      "<init>(Ljava/net/URI;Ljava/lang/String;L" + HTTP_REQUEST + ";Z"),
              HttpClientCode::redirect),
          JdkHook.at(CONNECTION, "connect()V", ConnectionCode::connect),
          JdkHook.at(
              "sun/net/www/protocol/https/AbstractDelegateHttpsURLConnection",
              "connect()V",
              ConnectionCode::connect),
          JdkHook.at(
              CONNECTION, "getOutputStream()Ljava/io/OutputStream;", ConnectionCode::connect),
          JdkHook.at(CONNECTION, "getInputStream()Ljava/io/InputStream;", ConnectionCode::answer),
          JdkHook.at(SECURED, "getInputStream()Ljava/io/InputStream;", ConnectionCode::delegate),
          JdkHook.at(SECURED, "getResponseCode()I", ConnectionCode::delegate),
          JdkHook.at(
              CONNECTION,
              "followRedirect0(Ljava/lang/String;ILjava/net/URL;)Z",
              ConnectionCode::redirect),
          JdkHook.at(CONNECTION + "$HttpInputStream", "read([BII)I", ConnectionCode::read),
          JdkHook.at(
              "sun/net/httpserver/ServerImpl$Exchange$LinkHandler",
              "handle(" + EXCHANGE + ")V",
              ServerCode::handle),
          JdkHook.at(
              "sun/net/httpserver/ExchangeImpl", "sendResponseHeaders(IJ)V", ServerCode::answer));

  private final Consumer<Module> access;

  /**
   * @param access lets a module name the bridge
   */
  public JdkTransformer(Consumer<Module> access) {
    this.access = access;
  }

  /** Whether it has lines for that class. */
  public static boolean concerns(Class<?> type) {
    return isOfJdk(type.getClassLoader()) && concerns(type.getName().replace('.', '/'));
  }

  private static boolean isOfJdk(@Nullable ClassLoader loader) {
    return loader == null || loader == ClassLoader.getPlatformClassLoader();
  }

  private static boolean concerns(String name) {
    for (JdkHook hook : HOOKS) {
      if (hook.owner().equals(name)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable Module module,
      @Nullable ClassLoader loader,
      @Nullable String className,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] classFile) {
    if (!isOfJdk(loader) || module == null || className == null || !concerns(className)) {
      return null;
    }
    try {
      access.accept(module);
      return weave(className, classFile);
    } catch (Throwable fault) {
      LOG.warn("{} stays as it is", className.replace('/', '.'), fault);
      return null;
    }
  }

  /** The class file with the lines in it. */
  static byte[] weave(String owner, byte[] classFile) {
    ClassReader reader = new ClassReader(classFile);
    ClassWriter writer = new ClassWriter(reader, 0);
    reader.accept(new Visitor(writer, owner), ClassReader.EXPAND_FRAMES);
    return writer.toByteArray();
  }

  private static final class Visitor extends ClassVisitor {

    private final String owner;

    Visitor(ClassWriter writer, String owner) {
      super(Opcodes.ASM9, writer);
      this.owner = owner;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
      for (JdkHook hook : HOOKS) {
        if (hook.owner().equals(owner) && hook.where().test(name + descriptor)) {
          return hook.code().apply(next, owner);
        }
      }
      return next;
    }
  }
}
