package dev.holdfast.weaving.finding;

import java.util.Arrays;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Types that cannot have been annotated with ours: those of the JDK, of the standards around it,
 * and of libraries that many applications are made of. They are not looked at for what they hand
 * down, which is most of what there would be to look at while an application starts.
 */
public final class Strangers {

  /** None of them starts with another: the greatest that is not above a name is its only match. */
  private static final NavigableSet<String> PACKAGES =
      new TreeSet<>(
          Arrays.asList(
              "ch.qos.logback.",
              "com.fasterxml.jackson.",
              "com.google.common.",
              "com.google.protobuf.",
              "com.mysql.",
              "com.sun.",
              "com.zaxxer.hikari.",
              "groovy.",
              "io.grpc.",
              "io.micrometer.",
              "io.netty.",
              "io.smallrye.",
              "io.vertx.",
              "jakarta.",
              "java.",
              "javassist.",
              "javax.",
              "jdk.",
              "kotlin.",
              "kotlinx.",
              "net.bytebuddy.",
              "okhttp3.",
              "okio.",
              "oracle.jdbc.",
              "org.antlr.",
              "org.apache.catalina.",
              "org.apache.commons.",
              "org.apache.coyote.",
              "org.apache.el.",
              "org.apache.groovy.",
              "org.apache.hc.",
              "org.apache.http.",
              "org.apache.jasper.",
              "org.apache.kafka.",
              "org.apache.log4j.",
              "org.apache.logging.",
              "org.apache.tomcat.",
              "org.aspectj.",
              "org.codehaus.groovy.",
              "org.eclipse.jetty.",
              "org.eclipse.microprofile.",
              "org.h2.",
              "org.hibernate.",
              "org.jboss.",
              "org.objectweb.asm.",
              "org.postgresql.",
              "org.reactivestreams.",
              "org.slf4j.",
              "org.springframework.aop.",
              "org.springframework.asm.",
              "org.springframework.beans.",
              "org.springframework.boot.",
              "org.springframework.cache.",
              "org.springframework.cglib.",
              "org.springframework.cloud.",
              "org.springframework.context.",
              "org.springframework.core.",
              "org.springframework.dao.",
              "org.springframework.data.",
              "org.springframework.expression.",
              "org.springframework.format.",
              "org.springframework.http.",
              "org.springframework.jdbc.",
              "org.springframework.jms.",
              "org.springframework.kafka.",
              "org.springframework.lang.",
              "org.springframework.messaging.",
              "org.springframework.objenesis.",
              "org.springframework.orm.",
              "org.springframework.scheduling.",
              "org.springframework.security.",
              "org.springframework.stereotype.",
              "org.springframework.transaction.",
              "org.springframework.ui.",
              "org.springframework.util.",
              "org.springframework.validation.",
              "org.springframework.web.",
              "org.yaml.snakeyaml.",
              "reactor.",
              "scala.",
              "sun.",
              "tools.jackson."));

  private Strangers() {}

  /** Whether a type is a stranger, or one of ours. */
  public static boolean include(String type) {
    String start = PACKAGES.floor(type);
    return (start != null && type.startsWith(start)) || isOurs(type);
  }

  /** Annotations and exceptions of ours; an application may have packages below. */
  private static boolean isOurs(String type) {
    String ours = "dev.holdfast.";
    return type.startsWith(ours) && type.indexOf('.', ours.length()) < 0;
  }
}
