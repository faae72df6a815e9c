package bank;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Only clerks may call it. */
@Retention(RetentionPolicy.RUNTIME)
@interface ClerksOnly {}
