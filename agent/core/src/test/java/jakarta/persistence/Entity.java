package jakarta.persistence;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** As much of the annotation as a class file shows. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Entity {}
