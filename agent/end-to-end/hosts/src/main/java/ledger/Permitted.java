package ledger;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Who may call it is asked by somebody whom CDI does not know. */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@interface Permitted {}
