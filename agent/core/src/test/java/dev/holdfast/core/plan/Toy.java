package dev.holdfast.core.plan;

import dev.holdfast.Jitter;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An annotation with an attribute of every kind. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Toy {

  int maxTries() default 3;

  double rate() default 50;

  boolean eager() default true;

  String pause() default "100ms";

  String label() default "";

  Jitter jitter() default Jitter.FULL;

  Class<? extends Throwable>[] on() default Exception.class;

  Class<? extends Throwable>[] not() default {};
}
