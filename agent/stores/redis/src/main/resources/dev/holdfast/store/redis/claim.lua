-- KEYS; for each ARGV: fingerprint or -, lease and ttl in ms, whether it takes over (1 or 0), owner.
-- A value is "STATE TOKEN LEASE_ENDS TAKEOVERS FINGERPRINT OWNER\nOUTCOME"; see RedisStore.
local ROW = 'F %.0f %.0f %d %s %s\n'
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local new = time[1] * 1000000 + time[2]

local function claim(key, fingerprint, lease, ttl, takes, owner)
  local kept = lease + ttl
  local row = string.format(ROW, new, now + lease, 0, fingerprint, owner)
  if redis.call('SET', key, row, 'PX', kept, 'NX') then return new end
  local value = redis.call('GET', key)
  local state, held, ends, lost, print, holder, at =
    string.match(value, '^([FCX]) (%d+) (%d+) (%d+) (%S+) (%S+)\n()')
  if not state then return {'?'} end
  if state == 'F' and holder == owner then return {'A', tonumber(held), tonumber(lost)} end
  if print ~= '-' and fingerprint ~= '-' and print ~= fingerprint then return {'M'} end
  if state ~= 'F' then return {state, string.sub(value, at)} end
  if ends - now > 0 then return {'F', ends - now} end
  if takes == '0' then return {'U'} end
  local token = math.max(new, held + 1)
  row = string.format(ROW, token, now + lease, lost + 1, fingerprint, owner)
  redis.call('SET', key, row, 'PX', kept)
  return {'A', token, lost + 1}
end

local answers = {}
for i = 1, #KEYS do
  local at = 5 * i
  answers[i] = claim(KEYS[i], ARGV[at - 4], ARGV[at - 3], ARGV[at - 2], ARGV[at - 1], ARGV[at])
end
return answers
