// What the node clients find in one site: `node reading.mjs SITE ADDRESS`; prints JSON. Run where they are installed.
import { readFileSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { resolve } from 'node:path'
import assert from 'node:assert/strict'

const [site, address] = [process.argv[2], process.argv[3]]
const require = createRequire(pathToFileURL(resolve(process.cwd(), 'package.json')))
const load = async (name) => import(pathToFileURL(require.resolve(name)))
const read = (uri) => readFileSync(`${site}/${uri}`, 'utf8')

async function statuspage() {
  const { Statuspage } = require('statuspage.io')
  const client = new Statuspage('us')
  client.setApiUrl(address)
  const api = client.api
  const [summary, status, components] = [await api.getSummary(), await api.getStatus(), await api.getComponents()]
  const [all, open] = [await api.incidents.getAll(), await api.incidents.getUnresolved()]
  const works = api.scheduledMaintenances
  const [planned, coming] = [await works.getAll(), await works.getUpcoming()]
  assert.deepEqual(summary.status, status.status)
  assert.ok(['none', 'minor', 'major', 'critical'].includes(status.status.indicator))
  assert.deepEqual(summary.components, components.components)
  assert.deepEqual(summary.incidents, open.incidents)
  assert.ok(all.incidents.length <= 50 && planned.scheduled_maintenances.length <= 50)
  for (const one of all.incidents) {
    for (const key of ['id', 'name', 'status', 'impact', 'created_at', 'updated_at', 'shortlink', 'page_id']) {
      assert.equal(typeof one[key], 'string', `${one.id}: ${key}`)
    }
    assert.ok(Array.isArray(one.incident_updates) && one.incident_updates.length > 0, one.id)
    assert.ok(!Number.isNaN(Date.parse(one.created_at)))
    const isOpen = open.incidents.some((other) => other.id === one.id)
    assert.ok(isOpen ? one.resolved_at === null : ['resolved', 'postmortem'].includes(one.status), one.id)
  }
  for (const one of coming.scheduled_maintenances) assert.equal(one.status, 'scheduled')
  return `${all.incidents.length} incidents, ${components.components.length} systems`
}

async function feedsmith() {
  const { parseAtomFeed, parseJsonFeed, detectAtomFeed } = await load('feedsmith')
  const found = []
  for (const name of readdirSync(`${site}/feeds`).filter((file) => file.endsWith('.xml'))) {
    const text = read(`feeds/${name}`)
    assert.ok(detectAtomFeed(text), name)
    const atom = parseAtomFeed(text)
    const json = parseJsonFeed(JSON.parse(read(`feeds/${name.replace('.xml', '.json')}`)))
    const entries = atom.entries ?? []
    const items = json.items ?? []
    assert.deepEqual(entries.map((one) => one.id), items.map((one) => one.id), name)
    assert.ok(items.every((one) => one.content_text && one.url && one.date_published))
    found.push(`${name.replace('.xml', '')} ${items.length}`)
  }
  return found.join(', ')
}

async function badgeMaker() {
  const { makeBadge } = await load('badge-maker')
  const found = []
  for (const name of ['trust', 'incidents']) {
    const one = JSON.parse(read(`badges/${name}.json`))
    assert.equal(one.schemaVersion, 1)
    const known = ['schemaVersion', 'label', 'message', 'color', 'cacheSeconds']
    assert.deepEqual(Object.keys(one).filter((key) => !known.includes(key)), [])
    const drawn = makeBadge({ label: one.label, message: one.message, color: one.color })
    assert.ok(drawn.includes(`<title>${one.label}: ${one.message}</title>`) && drawn.includes(`#${one.color}`), name)
    found.push(`${one.label}: ${one.message}`)
  }
  return found.join('; ')
}

const results = []
for (const [name, client] of [['npm statuspage.io', statuspage], ['npm feedsmith', feedsmith], ['npm badge-maker', badgeMaker]]) {
  try {
    results.push([name, true, await client()])
  } catch (error) {
    results.push([name, false, String(error.stack).slice(0, 1200)])
  }
}
process.stdout.write(JSON.stringify(results))
