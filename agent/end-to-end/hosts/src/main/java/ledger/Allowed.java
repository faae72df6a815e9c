package ledger;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Only the clerk may call it; asked before the transaction begins. */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@interface Allowed {}
